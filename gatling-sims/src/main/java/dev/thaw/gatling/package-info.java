/**
 * The load generator: Gatling simulations that send each request at its intended time and record
 * when it was intended, sent and answered, and what the answer said.
 *
 * <p>{@link dev.thaw.gatling.WorkerSimulation} obeys another program:
 *
 * <pre>java -Xms512m -Xmx512m -cp 'gatling-sims.jar:lib/*' io.gatling.app.Gatling \
 *     -s dev.thaw.gatling.WorkerSimulation -rf FOLDER</pre>
 *
 * {@link dev.thaw.gatling.InvokeSimulation} and its peers, one for each route by which an event
 * reaches a function, run alone, against any endpoint:
 *
 * <pre>mvn -pl gatling-sims -am gatling:test \
 *     -Dgatling.simulationClass=dev.thaw.gatling.InvokeSimulation \
 *     -Dthaw.endpoint=http://127.0.0.1:4566 -Dthaw.function=NAME \
 *     -Dthaw.arrivals='poisson 50/s for 10 s'</pre>
 *
 * {@link dev.thaw.gatling.AsyncInvokeSimulation}, {@link dev.thaw.gatling.S3UploadSimulation},
 * {@link dev.thaw.gatling.KinesisSimulation}, {@link dev.thaw.gatling.DynamoDbSimulation}, {@link
 * dev.thaw.gatling.FunctionUrlSimulation}, {@link dev.thaw.gatling.HttpApiSimulation} and {@link
 * dev.thaw.gatling.RestApiSimulation} name their own settings.
 *
 * <p>All take credentials from {@code AWS_ACCESS_KEY_ID}, {@code AWS_SECRET_ACCESS_KEY} and {@code
 * AWS_SESSION_TOKEN}. Nothing else needs to be set: {@code gatling.conf}, {@code logback.xml} and
 * {@link dev.thaw.gatling.MemoryPreferences} keep Gatling from warming up on the Internet, from
 * reporting, from asking for newer versions, and from logging every request.
 */
@NullMarked
package dev.thaw.gatling;

import org.jspecify.annotations.NullMarked;
