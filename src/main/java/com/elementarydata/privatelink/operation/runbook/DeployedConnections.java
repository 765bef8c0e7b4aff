package com.elementarydata.privatelink.operation.runbook;

import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;

/** Says what is known of the deployment of connections. */
@FunctionalInterface
public interface DeployedConnections {

    /** What is known of a connection. */
    DeployedConnection of(CustomerConnection owned);
}
