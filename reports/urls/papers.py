"""Addresses of the reading room."""

from django.urls import URLPattern, path

from reports.views import annexes, following, ledger, paper_rows, paper_search, papers, pictures

PAPERS: list[URLPattern] = [
    path("papers/", papers.paper_list, name="paper_list"),
    path("papers/commitments/", ledger.commitment_list, name="commitment_list"),
    path("papers/resolutions/", ledger.resolution_list, name="resolution_list"),
    path("papers/following/", following.following_list, name="following_list"),
    path("papers/following/<int:committee_id>/", following.following_edit, name="following_edit"),
    path("papers/search/", paper_search.paper_search, name="paper_search"),
    path("papers/<int:report_id>/search/", paper_search.paper_find, name="paper_find"),
    path(
        "papers/<int:report_id>/behind/<slug:kind>/<int:place>/<int:row>/<int:column>/",
        paper_rows.paper_rows,
        name="paper_rows",
    ),
    path("papers/<int:report_id>/", papers.paper_detail, name="paper_detail"),
    path("papers/<int:report_id>/pdf/", papers.paper_pdf, name="paper_pdf"),
    path("papers/<int:report_id>/word/", papers.paper_docx, name="paper_docx"),
    path("papers/<int:report_id>/annexes/<slug:letter>/", annexes.paper_annex, name="paper_annex"),
    path(
        "papers/<int:report_id>/sections/<int:section_id>/charts/<int:place>.svg",
        papers.paper_chart,
        name="paper_chart",
    ),
    path("papers/<int:report_id>/pictures/<int:place>/", pictures.paper_picture, name="paper_picture"),
]
