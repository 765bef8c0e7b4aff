package com.elementarydata.privatelink.aws;

import com.elementarydata.privatelink.model.Network;
import com.elementarydata.privatelink.model.Refusal;
import com.elementarydata.privatelink.net.AccountId;
import java.util.List;

/**
 * Whether the credentials are of the account that the fleet is in: in another one nothing of it is found.
 *
 * @param access with the credentials
 * @param network names the account
 */
public record OwnAccount(AwsAccess access, Network network) {

    /** Refuses to ask for anything, unless they are. */
    public void require() {
        AccountId account = access.account(network.production().region());
        if (!account.equals(network.account())) {
            throw new Refusal(
                    Refusal.Kind.AWS,
                    List.of(
                            "the AWS credentials are for account \"%s\", and %s says \"%s\"; name a profile of that account with --profile"
                                    .formatted(account, network.file(), network.account())));
        }
    }
}
