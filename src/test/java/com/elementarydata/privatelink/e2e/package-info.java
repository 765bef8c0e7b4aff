/** The product deployed to a local AWS, and asked through the AWS SDK what came of it; {@code mvn -Pe2e verify}. */
@NullMarked
package com.elementarydata.privatelink.e2e;

import org.jspecify.annotations.NullMarked;
