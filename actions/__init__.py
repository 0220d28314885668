"""What is being done: actions, their progress and proof, the dashboard."""
