"""Reading PDF into blocks: words by PDFium, everything above words here.

What a PDF lacks for those who hear it is asked without the rest, so its parts are imported one by one.
"""
