"""Question and passages -> Answer.

``extractive`` quotes the best sentences, ``generative`` lets a language model write; both answer with what ``answer``
holds and ``citations`` cites. On the way to a quote ``evidence`` weighs the sentences, ``close_reading`` reads the best
of them with the model of ``comprehension`` and the shapes of ``spans``, ``abstention`` says when nothing answers,
``translation`` says a short answer in the asker's language, and ``claims`` checks it against what is cited.
"""
