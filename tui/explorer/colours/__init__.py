"""The colours of a theme, worked out so that every letter can be read on every ground.

A theme names a dozen colours and promises nothing of how they go together. Style sheets use the
usual variables (`$text-muted`, `$accent-muted`, …); what those stand for is worked out here.
"""
