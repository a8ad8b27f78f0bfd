/** The page that the address asks for. */
import { useApp } from "../ui/app-context.ts";
import { Empty, PageHead } from "../ui/parts.tsx";
import { AgentPage } from "./agent.tsx";
import { AgentsPage } from "./agents.tsx";
import { ExecutorPage } from "./executor.tsx";
import { FrameworkPage } from "./framework.tsx";
import { FrameworksPage } from "./frameworks.tsx";
import { AgentLogPage, MasterLogPage } from "./log.tsx";
import { MaintenancePage } from "./maintenance.tsx";
import { OffersPage } from "./offers.tsx";
import { OverviewPage } from "./overview.tsx";
import { RolesPage } from "./roles.tsx";
import { TaskPage } from "./task.tsx";
import { TasksPage } from "./tasks.tsx";

export function CurrentPage() {
  const { page } = useApp().route.value;
  switch (page.type) {
    case "overview":
      return <OverviewPage />;
    case "tasks":
      return <TasksPage />;
    case "agents":
      return <AgentsPage />;
    case "frameworks":
      return <FrameworksPage />;
    case "roles":
      return <RolesPage />;
    case "offers":
      return <OffersPage />;
    case "maintenance":
      return <MaintenancePage />;
    case "log":
      return <MasterLogPage />;
    case "agent":
      return <AgentPage key={page.id} id={page.id} />;
    case "agent-log":
      return <AgentLogPage key={page.id} id={page.id} />;
    case "executor":
      return <ExecutorPage key={`${page.agentId} ${page.executorId}`} {...page} />;
    case "framework":
      return <FrameworkPage key={page.id} id={page.id} />;
    case "task":
    case "sandbox": {
      const { frameworkId, taskId } = page;
      const path = page.type === "sandbox" ? page.path : "";
      return <TaskPage key={`${frameworkId} ${taskId}`} {...{ frameworkId, taskId, path }} />;
    }
    case "unknown":
      return (
        <>
          <PageHead title="There is no such page" />
          <Empty title="The menu leads to those there are." />
        </>
      );
    default:
      return page satisfies never;
  }
}
