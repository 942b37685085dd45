"""Written documents -> articles: .hwp, .hwpx, .docx, PDF, Markdown."""
