package com.elementarydata.privatelink.cli;

import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;

/** Says what is known of the deployment of connections. */
@FunctionalInterface
interface DeployedConnections {

    /** What is known of a connection. */
    DeployedConnection of(CustomerConnection owned);
}
