"""What tests share: the real project, a miniature one, the built site."""
