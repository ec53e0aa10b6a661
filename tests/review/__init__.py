"""Texts on which the review of drafts is measured."""
