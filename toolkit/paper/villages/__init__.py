"""One product for each village of a list: stamped, bundled, made again only where something changed."""
