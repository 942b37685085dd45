"""Files that hold files: .zip and .tar archives, mails, saved pages as .mhtml."""
