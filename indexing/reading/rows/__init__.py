"""Files of rows -> articles: JSON lines, tables, feeds."""
