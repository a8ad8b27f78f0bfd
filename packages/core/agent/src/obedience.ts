/**
 * What a master that leads no more may still send, and must not be obeyed in: the new one does not
 * know of it, and may have been told otherwise already.
 */
export const ONLY_FROM_MASTER: ReadonlySet<string> = new Set(
  [
    "RunTaskMessage",
    "RunTaskGroupMessage",
    "KillTaskMessage",
    "StatusUpdateAcknowledgementMessage",
    "ShutdownFrameworkMessage",
    "ShutdownExecutorMessage",
    "UpdateFrameworkMessage",
    "CheckpointResourcesMessage",
    "ApplyOperationMessage",
    "AcknowledgeOperationStatusMessage",
    "ReconcileOperationsMessage",
    "DrainSlaveMessage",
  ].map((name) => `mesos.internal.${name}`),
);
