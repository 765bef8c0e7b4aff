"""Addresses of network interfaces: moto gives those of endpoints any private address, and not one of their subnets."""

from ipaddress import ip_address, ip_network
from typing import Any

from moto.ec2.models.elastic_network_interfaces import NetworkInterfaceBackend
from moto.ec2.utils import random_private_ip


def wrap_addresses() -> None:
    """Gives every interface an address within its subnet."""
    create = NetworkInterfaceBackend.create_network_interface

    def created(self: Any, subnet: Any, private_ip_address: Any, *args: Any, **kwargs: Any) -> Any:
        own = self.get_subnet(subnet) if isinstance(subnet, str) else subnet
        network = ip_network(own.cidr_block)
        if isinstance(private_ip_address, str) and ip_address(private_ip_address) not in network:
            private_ip_address = random_private_ip(own.cidr_block)
        return create(self, subnet, private_ip_address, *args, **kwargs)

    NetworkInterfaceBackend.create_network_interface = created
