"""What becomes of an uploaded picture: drawn anew without what came with it, or refused in words that help."""

import io
import struct
import time
import zlib

import pytest
from PIL import Image, ImageCms

from portal.exceptions import Refused
from reports.pictures.redrawing import HIGH, MOST_DOTS, WIDE, redraw

RED = (200, 16, 16)
SECRET = b"51.5033 north at home"


def file_of(image: Image.Image, kind: str, **more: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, *chunks: bytes) -> bytes:
    """A PNG that says that it is so large, with these chunks behind its head."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("kind", "mode", "colour", "media_type"),
    [
        ("PNG", "RGB", RED, "image/png"),
        ("PNG", "RGBA", (*RED, 255), "image/png"),
        ("PNG", "LA", (90, 255), "image/png"),
        ("PNG", "1", 1, "image/png"),
        ("JPEG", "RGB", RED, "image/jpeg"),
        ("JPEG", "CMYK", (0, 200, 200, 20), "image/jpeg"),
        ("GIF", "P", 0, "image/png"),
        ("WEBP", "RGB", RED, "image/png"),
    ],
)
def test_each_kind_becomes_a_plain_picture(kind, mode, colour, media_type):
    made = redraw(file_of(Image.new(mode, (300, 200), colour), kind), filename="a file")

    shown = opened(made.data)
    assert (made.media_type, made.width, made.height) == (media_type, 300, 200)
    assert (shown.size, shown.mode, f"image/{shown.format}".lower()) == ((300, 200), "RGB", media_type)
    assert made == redraw(file_of(Image.new(mode, (300, 200), colour), kind), filename="again")


def test_picture_is_as_large_as_paper_needs_and_no_larger():
    made = redraw(file_of(Image.new("RGB", (4000, 1000), RED), "PNG"), filename="wide.png")
    tall = redraw(file_of(Image.new("RGB", (900, 3300), RED), "PNG"), filename="tall.png")

    assert (made.width, made.height) == (WIDE, WIDE // 4)
    assert (tall.width, tall.height) == (450, HIGH)


def test_nothing_of_what_came_with_a_photo_is_kept_and_it_is_the_right_way_up():
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = SECRET.decode()
    exif.get_ifd(0x8825)[2] = (51.0, 30.0, 12.0)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    photo = Image.new("RGB", (300, 200), RED)
    data = file_of(photo, "JPEG", exif=exif, comment=SECRET, icc_profile=profile) + SECRET

    made = redraw(data, filename="photo.jpg")

    assert data.count(SECRET) == 3
    assert SECRET not in made.data
    assert (made.width, made.height) == (200, 300)
    assert (dict(opened(made.data).getexif()), "icc_profile" in opened(made.data).info) == ({}, False)


def test_what_can_be_seen_through_stands_on_white_and_deep_greys_keep_their_shade():
    clear = redraw(file_of(Image.new("RGBA", (9, 9), (*RED, 0)), "PNG"), filename="clear.png")
    grey = redraw(file_of(Image.new("I;16", (9, 9), 30_000), "PNG"), filename="grey.png")

    assert opened(clear.data).getpixel((4, 4)) == (255, 255, 255)
    assert opened(grey.data).getpixel((4, 4)) == (117, 117, 117)


def test_drawing_that_is_really_a_photo_becomes_one():
    noise = Image.effect_noise((WIDE, HIGH), 90)

    made = redraw(file_of(noise, "PNG"), filename="scan.png")

    assert made.media_type == "image/jpeg"


def test_picture_of_a_hundred_megapixels_is_refused_in_a_moment():
    started = time.monotonic()

    with pytest.raises(Refused) as refusal:
        redraw(file_of(Image.new("1", (10_000, 10_000)), "PNG"), filename="map.png")

    assert str(refusal.value) == (
        "“map.png” is 10,000 by 10,000 pixels, which is too large. "
        "Make it smaller, so that it has 25 million pixels or fewer, and choose that"
    )
    assert time.monotonic() - started < 10
    assert MOST_DOTS == 25_000_000


BOMB = zlib.compress(bytes(20_000_000))
WHOLE = file_of(Image.new("RGB", (300, 200), RED), "PNG")
DAMAGED = "is damaged. Open it in a program that shows pictures, save it as PNG and choose that"


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("cut.png", WHOLE[: len(WHOLE) // 2], DAMAGED),
        ("head.png", WHOLE[:20], DAMAGED),
        ("cut.jpg", b"\xff\xd8\xff\xe0 and no more", DAMAGED),
        ("lying.png", png(100, 100, chunk(b"IDAT", b"nothing packed")), DAMAGED),
        ("words.png", png(9, 9, chunk(b"iTXt", b"a\0\1\0\0\0" + BOMB)), DAMAGED),
        (
            "bomb.png",
            png(60_000, 60_000, chunk(b"IDAT", b"")),
            "is 60,000 by 60,000 pixels, which is too large. "
            "Make it smaller, so that it has 25 million pixels or fewer, and choose that",
        ),
        (
            "drawing.svg",
            b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
            "is an SVG drawing, which may hold more than a picture. Save it as PNG and choose that",
        ),
        (
            "letter.png",
            b"%PDF-1.7\n",
            "is not a picture that a report can show. Choose a PNG, JPEG, GIF or WebP file",
        ),
        (
            "photo.tiff",
            file_of(Image.new("RGB", (9, 9)), "TIFF"),
            "is not a picture that a report can show. Choose a PNG, JPEG, GIF or WebP file",
        ),
        ("empty.png", b"", "is empty. Choose a file that has a picture in it"),
        (
            "large.png",
            WHOLE + bytes(10 * 1024 * 1024),
            "is larger than 10 MB. Save the picture in a smaller size and choose that",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value[:12] else "",
)
def test_what_cannot_be_a_picture_is_refused_by_name_and_says_what_to_do(name, data, why):
    with pytest.raises(Refused) as refusal:
        redraw(data, filename=name)

    assert str(refusal.value) == f"“{name}” {why}"
