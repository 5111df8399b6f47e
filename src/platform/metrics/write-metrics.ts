import { countWorkers } from '@/platform/db/worker-heartbeat';
import { readBacklog, type Backlog } from '@/platform/db/work-backlog';
import { pool } from '@/platform/db/pool';
import { readRequestCounts } from '@/platform/metrics/request-counts';

interface Sample {
  labels?: Record<string, string | number>;
  value: number;
}

interface Metric {
  name: string;
  type: 'gauge' | 'counter';
  help: string;
  samples: Sample[];
}

/**
 * What an operator watches, in the text format of Prometheus 0.0.4: the backlog of the worker over all workspaces, and of
 * this web process its requests, connections, memory and time. A database that does not answer is itself a number.
 */
export async function writeMetrics(): Promise<string> {
  const shared = await readShared();
  const metrics = [...sharedMetrics(shared), ...requestMetrics(), ...processMetrics()];
  return metrics.map(writeMetric).join('');
}

interface Shared {
  workers: number;
  backlog: Backlog[];
}

async function readShared(): Promise<Shared | null> {
  try {
    return { workers: await countWorkers(), backlog: await readBacklog() };
  } catch {
    return null;
  }
}

function sharedMetrics(shared: Shared | null): Metric[] {
  const up = gauge('rapport_database_up', 'Whether the database answers', [{ value: shared ? 1 : 0 }]);
  if (!shared) return [up];
  const { workers, backlog } = shared;
  const effects = backlog.filter(({ work }) => work !== 'to_relay');
  const waiting = effects.filter(({ work }) => work === 'pending' || work === 'running');
  return [
    up,
    gauge('rapport_workers', 'Workers whose heart beat within 20 seconds', [{ value: workers }]),
    gauge(
      'rapport_events_to_relay',
      'Committed events that no effect follows from yet',
      backlog.filter(({ work }) => work === 'to_relay').map(({ entries }) => ({ value: entries })),
    ),
    gauge(
      'rapport_effects',
      'Effects that are not done: dead and unknown ones wait for a person',
      effects.map(({ work, entries }) => ({ labels: { state: work }, value: entries })),
    ),
    gauge(
      'rapport_effects_overdue_seconds',
      'How long the longest waiting effect is due, and the longest running one past its lease',
      waiting.map(({ work, overdueSeconds }) => ({ labels: { state: work }, value: overdueSeconds })),
    ),
  ];
}

function requestMetrics(): Metric[] {
  const counts = readRequestCounts();
  const labelled = (value: (count: (typeof counts)[number]) => number) =>
    counts.map((count) => ({ labels: { route: count.route, status: count.status }, value: value(count) }));
  return [
    counter(
      'rapport_api_requests_total',
      'Answers of the API',
      labelled(({ requests }) => requests),
    ),
    counter(
      'rapport_api_request_seconds_total',
      'Time spent on them',
      labelled(({ seconds }) => seconds),
    ),
  ];
}

function processMetrics(): Metric[] {
  const { totalCount, idleCount, waitingCount } = pool();
  const connections = { busy: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return [
    gauge(
      'rapport_database_connections',
      'Connections of the pool, and requests that wait for one',
      Object.entries(connections).map(([state, value]) => ({ labels: { state }, value })),
    ),
    gauge('process_resident_memory_bytes', 'Memory of the process', [{ value: rss }]),
    gauge('nodejs_heap_size_used_bytes', 'Of it, what JavaScript uses', [{ value: heapUsed }]),
    counter('process_cpu_seconds_total', 'Processor time of the process', [{ value: (user + system) / 1e6 }]),
    gauge('process_start_time_seconds', 'When the process began, in seconds since 1970', [
      { value: Math.round(performance.timeOrigin / 1000) },
    ]),
  ];
}

function gauge(name: string, help: string, samples: Sample[]): Metric {
  return { name, type: 'gauge', help, samples };
}

function counter(name: string, help: string, samples: Sample[]): Metric {
  return { name, type: 'counter', help, samples };
}

function writeMetric({ name, type, help, samples }: Metric): string {
  const lines = samples.map(({ labels, value }) => `${name}${writeLabels(labels)} ${value}\n`);
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
}

function writeLabels(labels: Sample['labels']): string {
  if (!labels) return '';
  const pairs = Object.entries(labels).map(
    ([name, value]) =>
      `${name}="${String(value).replace(/[\\"\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`))}"`,
  );
  return `{${pairs.join(',')}}`;
}
