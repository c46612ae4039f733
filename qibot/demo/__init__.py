"""The demonstration: mail servers inside one process, so that qibot can be watched without a mailbox of its own."""
