/** AWS Lambda: functions, their code and their state, and one handler class per operation. */
@NullMarked
package dev.thaw.engine.lambda;

import org.jspecify.annotations.NullMarked;
