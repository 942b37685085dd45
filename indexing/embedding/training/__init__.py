"""The recipe of the bundled model, from a folder of parallel data to the files that ship; README.md explains it."""
