import { groupText, text } from '../../kernel/text.ts';

export const texts = {
  look: text('平安核实：预约号{no} {who}，{reason}。请现在去看一眼。'),
  address: text('{details}'),
  lookHow: text('见到人没事就发：平安 {no}。叫不开门打110，人不好打120。'),
  higher: text('还没人说平安：预约号{no} {who}，{reason}，{since}起。请盯一下。'),
  toldBefore: text('前面已经找过：{names}'),
  inRoom: groupText('平安核实：预约号{no}，{reason}。请{who}现在去看，没事发：平安 {no}'),
  toFamily: text('预约号{no} {reason}，社区正派人去看。您能联系上、人没事就回：平安 {no}'),
  familyWell: text('预约号{no} 平安，社区见到人了。'),
  familyWellBySelf: text('预约号{no} 记下了，平安就好。'),
  closed: groupText('预约号{no} 平安，记下了。谢谢您跑一趟。'),
  closedBefore: groupText('预约号{no} 已经有人报过平安。'),
  none: groupText('预约号{no}没有在核实的。'),
  wellToOthers: text('预约号{no} 平安，{name}说的，不用再去了。'),
  wellInRoom: groupText('预约号{no} 平安，不用再去了。'),
  todo: text('平安核实 预约号{no} {who}，{reason}，还没人说平安'),
  todoInRoom: groupText('平安核实 预约号{no}，还没人说平安'),
  figures: groupText('平安核实（本月）：{opened}次，还开着{open}次'),
  gridWorker: '第{grid}网格网格员',
  office: '社区办公室',
} as const;
