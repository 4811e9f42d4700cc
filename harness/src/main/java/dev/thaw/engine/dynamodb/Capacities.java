package dev.thaw.engine.dynamodb;

import static dev.thaw.engine.dynamodb.item.DynamoDbError.wrongValue;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;

/** How a table's capacity is to be paid for, and how much of it there is if it is provisioned. */
record Capacities(BillingMode billing, long readUnits, long writeUnits) {
  static Capacities read(@Nullable BillingMode mode, @Nullable ProvisionedThroughput units) {
    if (mode == BillingMode.PAY_PER_REQUEST) {
      if (units != null) {
        throw wrongValue(
            "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is"
                + " PAY_PER_REQUEST");
      }
      return new Capacities(BillingMode.PAY_PER_REQUEST, 0, 0);
    }
    if (units == null || units.readCapacityUnits() == null || units.writeCapacityUnits() == null) {
      throw wrongValue(
          "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is"
              + " PROVISIONED");
    }
    return new Capacities(
        BillingMode.PROVISIONED, units.readCapacityUnits(), units.writeCapacityUnits());
  }
}
