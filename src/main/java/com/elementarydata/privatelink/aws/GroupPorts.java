package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.net.PortRange;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** Which ports a security group says that a service has. */
final class GroupPorts {

    private static final int LAST = 65_535;

    private GroupPorts() {}

    /** The TCP ports that it admits one by one; none where it admits all of them, or a range. */
    static List<Integer> of(SecurityGroup group) {
        List<PortRange> ranges =
                group.ipPermissions().stream().flatMap(GroupPorts::range).toList();
        return ranges.stream().allMatch(range -> range.first() == range.last())
                ? ranges.stream().map(PortRange::first).distinct().sorted().toList()
                : List.of();
    }

    private static Stream<PortRange> range(IpPermission permission) {
        return switch (permission.ipProtocol()) {
            case "tcp", "6" -> Stream.of(new PortRange(permission.fromPort(), permission.toPort()));
            case "-1" -> Stream.of(new PortRange(1, LAST));
            default -> Stream.empty();
        };
    }
}
