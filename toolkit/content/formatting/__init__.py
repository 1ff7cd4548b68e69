"""A file put into its usual order and layout, with a proof that nothing was lost."""
