"""Pictures that officers upload: looked at before anything is decoded, and drawn anew without what came with them."""
