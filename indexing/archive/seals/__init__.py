"""Whether the files of the derived stores are those that last agreed with the catalog."""
