package com.elementarydata.privatelink.construct;

import com.elementarydata.privatelink.net.PortRange;
import java.util.List;
import software.amazon.awscdk.services.ec2.ISecurityGroup;

/**
 * What traffic of a listener reaches.
 *
 * @param addresses the CIDR blocks of the targets
 * @param ports their ports
 * @param securityGroups the groups of targets that register themselves, where CDK knows them
 */
record Reached(List<String> addresses, List<PortRange> ports, List<ISecurityGroup> securityGroups) {}
