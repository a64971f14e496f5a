"""The commands that take logs, with their formats."""

AS_OF = ["--as-of", "2026-01-02"]
COMMANDS = {
    "status": ["table", "json", "ndjson", "csv", "markdown", "html"],
    "explain": ["table", "json", "ndjson", "csv", "markdown", "html"],
    "plan": ["table", "json", "ndjson", "markdown", "html"],
    "check": ["table", "json", "ndjson", "csv", "markdown", "html", "github"],
}
