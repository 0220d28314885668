"""Text pasted with its formatting from Word, Outlook and Google Docs."""

from tests.findings.extraction.helpers import A, S, chosen, read, ticked

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>
<p class=MsoNormal><b>Strengths<o:p></o:p></b></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>
<span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>Carers stay<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp;</span>
</span>in the north</p>
<p class=MsoNormal><b>Areas for development</b></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>
Letters
are slow</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span>
Plans
are long</p>
</body></html>"""

GOOGLE = """<html><body><b style="font-weight:normal;" id="docs-internal-guid-1">
<p dir="ltr"><span style="font-size:11pt;font-weight:700;">Strengths</span></p>
<ul><li dir="ltr" aria-level="1"><p dir="ltr"><span style="font-weight:400;">Carers stay</span></p></li></ul>
<p dir="ltr"><span style="font-weight:400;">We were made welcome by all whom we met.</span></p>
<p dir="ltr"><span style="font-weight:700;">Areas for development</span></p>
<ul><li dir="ltr"><p dir="ltr"><span style="font-weight:400;">Letters are slow</span></p></li></ul></b></body></html>"""


def test_lists_that_word_writes_as_paragraphs():
    assert [(kind, text) for kind, _, text in ticked(WORD, "")][-2:] == [
        (A, "Letters are slow"),
        (A, "Plans are long"),
    ]
    assert chosen(WORD, "")[0].text.startswith("Carers stay")
    assert not any("·" in candidate.text for candidate in chosen(WORD, ""))


def test_weight_that_google_docs_writes_as_style():
    assert ticked(GOOGLE, "") == [(S, None, "Carers stay"), (A, None, "Letters are slow")]
    assert read(GOOGLE, "").format == "html"
