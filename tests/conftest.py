"""What holds for every test: a rule that raises stops the test."""

import os

os.environ["AUDIT_STRICT"] = "1"
