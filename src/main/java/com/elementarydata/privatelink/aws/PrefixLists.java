package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.net.Region;
import com.elementarydata.privatelink.observed.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.PrefixListEntry;

/** The blocks of prefix lists, of the account's own and of AWS's, each read once. */
final class PrefixLists {

    static final List<Permission> ASKED =
            Permission.on("arn:{partition}:ec2:*:*:prefix-list/*", "ec2", "GetManagedPrefixListEntries");

    private final Ec2Client ec2;
    private final Region region;
    private final Map<String, Reading<List<String>>> read = new HashMap<>();

    /**
     * Has read nothing yet.
     *
     * @param ec2 in the Region of the lists
     * @param region the Region
     */
    PrefixLists(Ec2Client ec2, Region region) {
        this.ec2 = ec2;
        this.region = region;
    }

    /** The blocks of a list. */
    Reading<List<String>> blocks(String id) {
        return read.computeIfAbsent(
                id,
                absent ->
                        Asked.of(
                                "ec2:GetManagedPrefixListEntries",
                                region,
                                () -> ec2
                                        .getManagedPrefixListEntriesPaginator(request -> request.prefixListId(id))
                                        .entries()
                                        .stream()
                                        .map(PrefixListEntry::cidr)
                                        .toList()));
    }
}
