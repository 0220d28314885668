"""What the committee is told: drafting, approval, rendering, the reading room."""
