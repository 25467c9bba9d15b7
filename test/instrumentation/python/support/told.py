"""Runs suites, and writes what became of each test, by the first line of its docstring, into the file that is named first."""

import importlib
import json
import sys
import unittest

texts = {}


class Told(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.sentences = {}

    def _sentence(self, test):
        return (test.shortDescription() or test.id()).strip()

    def addSuccess(self, test):
        self.sentences.setdefault(self._sentence(test), None)

    def addError(self, test, err):
        self.sentences[self._sentence(test)] = self._exc_info_to_string(err, test)

    addFailure = addError


if __name__ == "__main__":
    # What suites import by this name is this module.
    sys.modules["told"] = sys.modules["__main__"]
    result = Told()
    for name in sys.argv[2:]:
        module = importlib.import_module(name)
        unittest.defaultTestLoader.loadTestsFromModule(module).run(result)
    told = {"sentences": result.sentences, "texts": texts}
    # Not to stdout: threads of what is tested may print there in the middle of it.
    with open(sys.argv[1], "w") as file:
        json.dump(told, file)
