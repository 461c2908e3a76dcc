"""Drafts of files: what is asked of a contributor, and the text that is made from the answers."""
