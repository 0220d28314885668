"""Comments beside the paragraphs that they are about, wherever those stand by now."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reports.models import Comment
from reports.rendering.blocks import block_texts
from reports.rendering.places import Place, find_place, key_of, places_in


@dataclass(frozen=True)
class Thread:
    """A comment with its replies, and the paragraph that it is about; None where that is gone."""

    comment: Comment
    place: Place | None

    @property
    def is_open(self) -> bool:
        """Whether nobody has resolved it."""
        return self.comment.resolved_at is None


def commentable(sections: Iterable[Mapping[str, Any]]) -> list[Place]:
    """Return the numbered paragraphs of a report that say something, what the committee is asked included."""
    sections = list(sections)
    asked = [
        asking(section, block)
        for section in sections
        for block in section["blocks"]
        if block["type"] == "recommendations"
    ]
    found = [place for place in (*places_in({"sections": sections}), *asked) if place.text]
    return sorted(found, key=lambda place: place.number)


def asking(section: Mapping[str, Any], block: dict[str, Any]) -> Place:
    """Return the paragraph of a report's recommendations, of which there is one."""
    text = "\n".join(filter(None, block_texts(block)))
    return Place(
        block["number"],
        text,
        section["heading"],
        section["kind"],
        key=key_of(text, 1),
        section=section["record"],
    )


def threads_of(comments: Iterable[Comment], places: Sequence[Place]) -> list[Thread]:
    """Return comments with their places, in the order of the text; those whose paragraph is gone come last."""
    threads = [Thread(comment, place_of(comment, places)) for comment in comments]
    return sorted(threads, key=lambda row: (row.place is None, row.place.number if row.place else 0))


def place_of(comment: Comment, places: Sequence[Place]) -> Place | None:
    """Return the paragraph of a comment: in its section by name, words or most of them; elsewhere the same one only."""
    own = [place for place in places if place.section == comment.section_id]
    same = [place for place in places if place.text == comment.paragraph_words]
    return found_in(own, comment) or found_in(same, comment)


def found_in(places: Sequence[Place], comment: Comment) -> Place | None:
    """Return the paragraph of a comment among some."""
    return find_place(
        places, name=comment.paragraph_name, words=comment.paragraph_words, number=comment.paragraph
    )


def with_comments(
    sections: Iterable[dict[str, Any]],
    places: Sequence[Place],
    threads: Iterable[Thread],
    address: Callable[[str], str],
) -> list[dict[str, Any]]:
    """Return sections whose numbered paragraphs have the address to comment on them, and the threads about them."""
    keys = {place.number: place.key for place in places}
    about: dict[int, list[Thread]] = defaultdict(list)
    for thread in threads:
        if thread.place:
            about[thread.place.number].append(thread)

    def commented(block: dict[str, Any]) -> dict[str, Any]:
        number = block.get("number")
        if number not in keys:
            return block
        threads = about[number]
        open_count = sum(thread.is_open for thread in threads)
        url = address(keys[number])
        return {**block, "comment_url": url, "threads": threads, "open_count": open_count}

    return [{**section, "blocks": [commented(block) for block in section["blocks"]]} for section in sections]
