package com.elementarydata.privatelink.operation.runbook;

import com.elementarydata.privatelink.fleet.Fleet.CustomerConnection;
import com.elementarydata.privatelink.model.Customer;
import com.elementarydata.privatelink.model.Network;
import java.io.IOException;
import java.util.List;

/**
 * What a customer has to do for its connections, as Markdown for the customer's engineers.
 *
 * @param network Elementary's side
 * @param owner the customer
 * @param deployed what is known of the deployment
 */
public record Runbook(Network network, Customer owner, DeployedConnections deployed) {

    /** The document: what is common, then a section a connection. */
    public String markdown() throws IOException {
        StringBuilder document = new StringBuilder(RunbookTemplates.fill("runbook", this));
        for (RunbookSection section : sections()) {
            document.append('\n').append(RunbookTemplates.fill(section.integration(), section));
        }
        return document.toString();
    }

    String customer() {
        return owner.id().toString();
    }

    String elementaryAccount() {
        return network.account().toString();
    }

    List<String> clientCidrs() {
        return network.production().clientCidrs().stream().map(Object::toString).toList();
    }

    /** Whether an endpoint's id is not known yet. */
    boolean unfinished() {
        return sections().stream()
                .anyMatch(section -> section.deployed().endpointId().isEmpty());
    }

    /** The placeholder for an endpoint's id. */
    String endpointId() {
        return RunbookSection.NOT_DEPLOYED;
    }

    List<RunbookSection> sections() {
        return owner.connections().stream()
                .map(connection ->
                        new RunbookSection(network, connection, deployed.of(new CustomerConnection(owner, connection))))
                .toList();
    }
}
