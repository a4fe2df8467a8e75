"""Every scenario of every feature is a test: ``pytest -m Se2`` runs those of one clause, ``-m Q1`` of one question,
``-m part-kept`` of one part of the mandate language.
"""

from pytest_bdd import scenarios

scenarios(".")
