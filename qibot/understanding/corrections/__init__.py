"""What an earlier mail was, or wasn't, by its writer's plain words or somebody's choice. Mail + record -> event.

Pure but for the cases that it is given to look at.
"""
