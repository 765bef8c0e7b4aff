"""CloudFormation: moto keeps stacks and answers for them, what happens to their resources is done here."""
