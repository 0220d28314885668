"""The process that draws an uploaded picture anew: limited in memory and time, told nothing of the portal.

It takes a line of JSON and then the bytes of the picture. It answers with a line of JSON and, where the picture could
be drawn, the bytes of the new one. A file that makes a library crash ends this process and nothing else.
"""

import io
import json
import resource
import sys
import warnings
from contextlib import suppress
from typing import Any

from PIL import Image, ImageCms, ImageFile, ImageOps

FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
MOST_BYTES_WITHOUT_LOSS = 1024 * 1024
"""A drawing stays as sharp as it is; a photo that came as one is far smaller as JPEG."""
QUALITY = 85
WHITE = (255, 255, 255)


def main() -> None:
    """Draw what comes in, within the limits that come with it; answer with the new picture, or why there is none."""
    asked = json.loads(sys.stdin.buffer.readline())
    limit(asked["most_bytes"], asked["most_seconds"])
    warnings.simplefilter("ignore")
    told, drawn = answer(asked, sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + drawn)


def limit(most_bytes: int, most_seconds: int) -> None:
    """Bound this process, so that a hostile file harms nobody else: it writes no file either."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (most_bytes, most_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (most_seconds, most_seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer(asked: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    """Return what became of a picture, and its new bytes."""
    Image.MAX_IMAGE_PIXELS = None  # The number of dots is looked at here, before one of them is decoded.
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as source:
            width, height = source.size
            if width * height > asked["most_dots"]:
                return {"refused": "dots", "width": width, "height": height}, b""
            return written(drawn(source, (asked["wide"], asked["high"])), is_photo=source.format == "JPEG")
    except MemoryError:
        return {"refused": "memory"}, b""
    except Exception as error:
        # Pillow has no one kind of error for files that are not what they say.
        return {"refused": "damaged", "why": f"{type(error).__name__}: {error}"}, b""


def drawn(source: ImageFile.ImageFile, most: tuple[int, int]) -> Image.Image:
    """Return a picture the right way up, no larger than needed, on white, with nothing of what came with it."""
    profile = source.info.get("icc_profile")
    image: Image.Image = source
    if image.mode.startswith("I"):
        image = image.point(lambda value: value / 256, "L")
    elif image.mode in ("P", "PA", "LA", "La", "RGBa"):
        image = image.convert("RGBA")
    upright = ImageOps.exif_transpose(image)
    upright.thumbnail(most, reducing_gap=3)
    if profile and upright.mode in ("RGB", "CMYK"):
        upright = in_common_colours(upright, profile)
    clean = Image.new("RGB", upright.size, WHITE)
    clean.paste(upright.convert("RGB"), mask=upright.getchannel("A") if upright.mode == "RGBA" else None)
    return clean


def in_common_colours(image: Image.Image, profile: bytes) -> Image.Image:
    """Return a picture in the colours that every program takes for granted; as it is where its profile is no good."""
    with suppress(ImageCms.PyCMSError, OSError):
        given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        changed = ImageCms.profileToProfile(image, given, ImageCms.createProfile("sRGB"), outputMode="RGB")
        return changed or image
    return image


def written(image: Image.Image, *, is_photo: bool) -> tuple[dict[str, Any], bytes]:
    """Return a picture as a file: without loss unless it is a photo, or as large as one."""
    told = {"width": image.width, "height": image.height}
    out = io.BytesIO()
    if not is_photo:
        image.save(out, "PNG", optimize=True)
        if out.tell() <= MOST_BYTES_WITHOUT_LOSS:
            return {**told, "media_type": "image/png"}, out.getvalue()
    out = io.BytesIO()
    image.save(out, "JPEG", quality=QUALITY)
    return {**told, "media_type": "image/jpeg"}, out.getvalue()


if __name__ == "__main__":
    main()
