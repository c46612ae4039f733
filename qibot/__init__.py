"""qibot runs a Quality Improvement programme's reports and feedback from an ordinary mailbox."""

__version__ = "0.1.0"
