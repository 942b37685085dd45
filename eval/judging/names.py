"""The measures of the judge, by the names that summaries and gates use."""

FAITHFULNESS = "faithfulness"
CORRECTNESS = "correctness"
NAMES = (FAITHFULNESS, CORRECTNESS)
