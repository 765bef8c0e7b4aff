/** The CDK app that {@code cdk.json} runs. */
@NullMarked
package com.elementarydata.privatelink.app;

import org.jspecify.annotations.NullMarked;
