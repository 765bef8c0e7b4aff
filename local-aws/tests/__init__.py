"""Tests of the local AWS: bin/local-aws python3 -m unittest discover -s local-aws/tests -t local-aws."""
