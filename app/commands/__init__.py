"""One module a command; ``app.cli`` imports a module only when its command is called."""
