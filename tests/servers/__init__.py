"""Tests of the site behind real web servers."""
